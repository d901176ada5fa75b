/** The one style sheet of the public pages. Colours are shared with the web app: 稷下青 on warm paper. */
export const style = `
:root{color-scheme:light dark;--paper:#faf8f4;--card:#fff;--ink:#23211d;--soft:#5f5a51;--line:#e3ddd1;--teal:#0f5c5c;--deep:#0a4242;--mist:#e7f0ee;--on:#fff;--sand:#f2ede3;--red:#9d2f22;--pink:#fbecea;--gold:#7a5a12;--cream:#fbf3dc;--serif:"Noto Serif SC","Source Han Serif SC","Songti SC",STSong,SimSun,Georgia,serif;--sans:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
@media(prefers-color-scheme:dark){:root{--paper:#161a19;--card:#1e2322;--ink:#ece8e0;--soft:#b3ada1;--line:#363c3a;--teal:#7fc9c1;--deep:#0c3a3a;--mist:#1d3331;--on:#0d1f1e;--sand:#232827;--red:#f0a196;--pink:#3a211e;--gold:#e5c272;--cream:#332b17}}
*{box-sizing:border-box}
html{font:1rem/1.75 var(--sans);background:var(--paper);color:var(--ink);scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media(prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;overflow-wrap:break-word}
main{flex:1}
.wrap{width:100%;max-width:68rem;margin:0 auto;padding:0 1.25rem}
.prose{max-width:46rem}
a{color:var(--teal);text-underline-offset:.22em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--teal);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-99rem;top:0;background:var(--card);padding:.75rem 1.25rem;z-index:2}
.skip:focus{left:0}
h1,h2,.brand b{font-family:var(--serif);line-height:1.35;font-weight:700;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.3rem + 2vw,2.6rem);margin:0 0 .6rem}
h2{font-size:1.4rem;margin:3rem 0 1rem}
h3{font-size:1.05rem;margin:0 0 .25rem;line-height:1.5}
p{margin:0 0 1rem}
dl,ol,ul{margin:0 0 1rem}
.demo{background:var(--cream);color:var(--gold);font-size:.875rem;text-align:center;padding:.3rem 1rem}
.top{border-bottom:1px solid var(--line);background:var(--card)}
.top .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.75rem;padding-top:.85rem;padding-bottom:.85rem}
.brand{display:flex;align-items:center;gap:.7rem;text-decoration:none;color:var(--ink);line-height:1.2;margin-right:auto}
.brand b{font-size:1.3rem;color:var(--teal);letter-spacing:.08em}
.brand span{font-size:.8rem;color:var(--soft)}
.brand svg{flex:none}
.top nav{display:flex;flex-wrap:wrap;gap:0 1.35rem;order:3;width:100%}
.top nav a,.top .tools a{color:var(--ink);text-decoration:none;padding:.4rem 0;display:inline-block;border-bottom:2px solid transparent}
.top nav a:hover{border-color:var(--line)}
.top nav a[aria-current]{border-color:var(--teal);color:var(--teal);font-weight:600}
.tools{display:flex;align-items:center;gap:1.1rem;font-size:.95rem}
@media(max-width:30rem){.brand span{display:none}.top .wrap{gap:.25rem 1rem}.top nav{flex-wrap:nowrap;overflow-x:auto;white-space:nowrap;gap:0 1.15rem}}
@media(min-width:70rem){.top nav{order:0;width:auto;gap:0 1.15rem}.tools{order:1}.brand span{display:none}}
.button,button{font:inherit;font-weight:600;line-height:1.4;display:inline-block;border:1px solid var(--teal);background:var(--teal);color:var(--on);padding:.65rem 1.3rem;border-radius:.3rem;text-decoration:none;cursor:pointer;min-height:2.75rem}
.top .tools .button{color:var(--on);padding:.45rem 1rem;min-height:0}
.button:hover,button:hover{filter:brightness(1.12)}
.button.quiet{background:none;color:var(--teal)}
.hero{background:var(--deep);color:#f7f4ec;padding:clamp(2.5rem,6vw,4.75rem) 0}
.hero .wrap{display:grid;gap:2.5rem}
.hero p{max-width:38rem;font-size:1.1rem;color:#dfe9e6}
.hero .kicker{color:#a9d3cc;font-size:.95rem;letter-spacing:.06em;margin-bottom:.75rem}
.hero .button{background:#f7f4ec;border-color:#f7f4ec;color:#0a4242}
.hero .button.quiet{background:none;color:#f7f4ec;border-color:#7fb0aa}
.hero :focus-visible{outline-color:#f7f4ec}
.acts{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
@media(min-width:60rem){.hero .wrap{grid-template-columns:1.65fr 1fr;align-items:end}}
.now{border-left:3px solid #d9b45c;padding:.2rem 0 .2rem 1.25rem}
.now dt{color:#a9d3cc;font-size:.9rem}
.now dd{margin:0 0 .9rem;font-size:1.1rem;color:#f7f4ec}
.now dd:last-child{margin:0}
.head{padding:2.75rem 0 0}
.crumb{font-size:.9rem;margin:0 0 .75rem}
.lede{font-size:1.1rem;color:var(--soft);max-width:46rem}
.soft{color:var(--soft)}
.small{font-size:.9rem}
.num,time,code{font-variant-numeric:tabular-nums}
code{font-family:ui-monospace,SFMono-Regular,Consolas,monospace;font-size:.88em;overflow-wrap:anywhere}
.three{display:grid;gap:1.75rem 2.5rem;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));padding:0;list-style:none}
.three>*{border-top:2px solid var(--teal);padding-top:.9rem}
.three p{margin:0;color:var(--soft)}
.rows{list-style:none;padding:0;border-top:1px solid var(--line)}
.rows>li{border-bottom:1px solid var(--line);padding:1.1rem 0;display:grid;gap:.15rem 2rem}
.rows p{margin:0}
.count>li{grid-template-columns:1fr auto;padding:.7rem 0}
@media(min-width:48rem){.rows:not(.count)>li{grid-template-columns:1fr auto;align-items:baseline}.rows>li>.wide{grid-column:1/-1}}
.big{font-size:1.15rem;font-weight:600}
.tag{display:inline-block;font-size:.84rem;line-height:1.5;padding:.08rem .6rem;border-radius:1rem;background:var(--mist);color:var(--teal);font-weight:600;white-space:nowrap}
.tag.warn{background:var(--cream);color:var(--gold)}
.tag.off{background:var(--sand);color:var(--soft)}
.clause{font-size:.84rem;color:var(--soft);white-space:nowrap}
.card,.note,.good,.bad{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:1.25rem 1.4rem;margin:0 0 1.5rem}
.note{background:var(--sand);border:0}
.good{border-left:5px solid var(--teal)}
.bad{border-left:5px solid var(--red)}
.good h2,.bad h2{margin:0 0 .5rem}
.pairs{display:grid;gap:0 2rem}
.pairs>div{padding:.7rem 0;border-bottom:1px solid var(--line)}
.pairs dt{color:var(--soft);font-size:.92rem}
.pairs dd{margin:0;overflow-wrap:anywhere}
@media(min-width:40rem){.pairs>div{display:grid;grid-template-columns:11rem 1fr;gap:1.5rem}}
.scroll{overflow-x:auto;margin:0 0 1.5rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--soft);font-size:.92rem;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.7rem 1rem .7rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600;font-size:.9rem;color:var(--soft);white-space:nowrap}
.right{text-align:right}
@media(max-width:47.9rem){.stack thead{position:absolute;left:-99rem}.stack,.stack tbody,.stack tr,.stack td{display:block;width:100%}.stack tr{border-bottom:1px solid var(--line);padding:.9rem 0}.stack td{border:0;padding:.1rem 0}.stack td[data-label]:before{content:attr(data-label)"\\2003";color:var(--soft);font-size:.9rem}.stack .right{text-align:left}}
.filter{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:0 0 1.5rem}
label,.label{font-weight:600;display:block;margin:0 0 .25rem}
.hint{color:var(--soft);font-size:.92rem;margin:0 0 .35rem}
input,select,textarea{font:inherit;color:inherit;background:var(--card);border:1px solid #857e71;border-radius:.3rem;padding:.6rem .75rem;width:100%;max-width:100%;min-height:2.75rem}
textarea{min-height:11rem;line-height:1.7}
.field{margin:0 0 1.5rem;max-width:40rem}
.field.wrong{border-left:4px solid var(--red);padding-left:1rem}
.wrong input,.wrong textarea{border-color:var(--red);border-width:2px}
.error{color:var(--red);font-weight:600;margin:0 0 .35rem}
.code{font-family:ui-monospace,Consolas,monospace;font-size:1.5rem;letter-spacing:.06em;font-weight:700}
.flow{list-style:none;padding:0;margin:0;counter-reset:s}
.flow>li{position:relative;padding:0 0 2rem 3.5rem;counter-increment:s}
.flow>li:before{content:counter(s);position:absolute;left:0;top:.1rem;width:2.1rem;height:2.1rem;line-height:2rem;text-align:center;border:1px solid var(--teal);border-radius:50%;color:var(--teal);font-weight:600;background:var(--card)}
.flow>li:after{content:"";position:absolute;left:1.05rem;top:2.5rem;bottom:.2rem;border-left:1px solid var(--line)}
.flow>li:last-child:after{display:none}
.flow>li.end:before{content:"■";font-size:.7rem}
.does{list-style:none;padding:0;margin:.6rem 0 0}
.does li{padding:.45rem 0;border-top:1px solid var(--line);display:grid;gap:0 1.5rem}
@media(min-width:40rem){.does li{grid-template-columns:13rem 1fr auto}}
.toc{columns:15rem;list-style:none;padding:0}
.toc a{display:inline-block;padding:.2rem 0}
details{border-bottom:1px solid var(--line)}
summary{cursor:pointer;padding:.7rem 0}
details>div{padding:0 0 1.2rem 1.1rem}
pre{background:var(--sand);padding:1rem;border-radius:.3rem;overflow:auto;font:.82rem/1.55 ui-monospace,Consolas,monospace;margin:0 0 1rem;max-height:26rem}
.method{display:inline-block;min-width:4.2rem;font:700 .82rem ui-monospace,Consolas,monospace;color:var(--teal)}
.gets{list-style:none;padding:0;margin:2rem 0}
.get{border-top:3px solid #8b8577;padding:1.3rem 0 1.2rem;display:grid;gap:.4rem 2.5rem}.get details{border:0}.get details>div{padding-bottom:.4rem}
.get.yes{border-color:var(--teal)}.get.open{border-color:#d9b45c}
@media(min-width:56rem){.get{grid-template-columns:minmax(0,1.6fr) minmax(0,1fr)}.get>.whole{grid-column:1/-1}}
.get h3{font-size:1.2rem}
.outcome,.get p.label,.sums dt{margin:0 0 .4rem}
.sum{font:700 1.5rem/1.4 var(--serif)}
.sums{display:flex;flex-wrap:wrap;gap:.5rem 3rem}
.sums dd{margin:0}
.get .side{margin-bottom:.4rem}.side{background:var(--sand);border-radius:.4rem;padding:1rem 1.25rem;font-size:.95rem;align-self:start}
.side p,.side ul{margin:0 0 .7rem}.side ul{padding-left:1.1rem}
.why{list-style:none;padding:0}
.why li{position:relative;padding:.1rem 0 .1rem 1.7rem}
.why li:before{content:"✓";position:absolute;left:.15rem;color:var(--teal);font-weight:700}
.why .not{font-weight:600}.why .not span{font-weight:400}
.why .not:before{content:"✗";color:var(--red)}
.why .unk:before{content:"?";color:var(--gold)}
.fact{font-weight:600;margin:0}
.next{background:var(--mist);padding:.5rem .9rem;border-radius:.3rem}
span.next{display:inline-block;margin-top:.3rem}
.ask fieldset{border:0;border-top:1px solid var(--line);padding:.6rem 0 1.4rem;margin:0}
.ask legend{font:700 1.15rem var(--serif);padding:0 1rem 0 0}
.ask input,.ask select{height:3rem}
.ask .grid{display:grid;gap:1.1rem 1.75rem;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));align-items:end}
.filters{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1rem}
.filters a{border:1px solid var(--line);border-radius:1.5rem;padding:.45rem 1rem;text-decoration:none;background:var(--card)}
.filters a[aria-current]{border-color:var(--teal);background:var(--mist);font-weight:600}
.question{font-size:1.1rem;margin:0 0 .2rem}
:target{scroll-margin-top:1rem}
.bottom{margin-top:4.5rem;border-top:1px solid var(--line);background:var(--sand);font-size:.92rem;color:var(--soft)}
.bottom .wrap{padding-top:2rem;padding-bottom:2.5rem;display:flex;flex-wrap:wrap;gap:1rem 3rem;justify-content:space-between}
.bottom p{margin:0;max-width:40rem}
.bottom nav{display:flex;flex-wrap:wrap;gap:.1rem 1.3rem}
.bottom a{padding:.25rem 0}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--sand:#fff}.top nav,.tools,.bottom nav,.skip,form,.acts{display:none!important}.hero{background:#fff;color:#000;padding:1rem 0}.hero p,.now dd,.now dt{color:#000}.bottom{margin-top:2rem;background:#fff}details{break-inside:avoid}h2,h3{break-after:avoid}a{color:#000}}
`.trim();
