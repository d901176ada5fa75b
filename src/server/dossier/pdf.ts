import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { type DossierDocument, type DossierSection, nothing } from './document.ts';
import { documentTime } from './moment.ts';

const fonts = path.join(path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
const regular = path.join(fonts, 'NotoSansHans-Regular.otf');
const bold = path.join(fonts, 'NotoSansHans-Bold.otf');
const margin = 48;
const ink = '#1c2b2a';
const soft = '#5a6a68';
const rule = '#b9c6c3';

type Pdf = InstanceType<typeof PDFDocument>;

const widthOf = (pdf: Pdf): number => pdf.page.width - 2 * margin;
const spaceLeft = (pdf: Pdf): number => pdf.page.height - margin - pdf.y;

function writeTable(pdf: Pdf, { table }: DossierSection): void {
  const { head, widths, rows } = table;
  const whole = widthOf(pdf);
  const cells = (texts: readonly string[], isHead: boolean) =>
    texts.map((text, column) => ({
      text,
      font: { src: isHead || (head.length === 0 && column === 0) ? bold : regular, size: 8.5 },
      backgroundColor: isHead ? '#eef3f2' : undefined,
      type: isHead ? ('TH' as const) : ('TD' as const),
    }));
  pdf.fontSize(8.5).table({
    position: { x: margin, y: pdf.y },
    columnStyles: widths.map((share) => ({ width: (whole * share) / 100 })),
    defaultStyle: { padding: 4, border: 0.5, borderColor: rule, textColor: ink },
    data: [...(head.length > 0 ? [cells(head, true)] : []), ...rows.map((row) => cells(row, false))],
  });
}

function writeSection(pdf: Pdf, section: DossierSection): void {
  if (spaceLeft(pdf) < 110) pdf.addPage();
  pdf.x = margin;
  pdf
    .moveDown(0.9)
    .font(bold)
    .fontSize(12.5)
    .fillColor(ink)
    .text(section.title, { width: widthOf(pdf) });
  pdf
    .font(regular)
    .fontSize(8.5)
    .fillColor(soft)
    .text(`来源：${section.source}`, { width: widthOf(pdf) });
  pdf.moveDown(0.4).fillColor(ink);
  if (section.table.rows.length === 0) pdf.fontSize(9).text(nothing);
  else writeTable(pdf, section);
}

/** Page numbers, written when the last page is known. */
function numberPages(pdf: Pdf, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0; // the foot lies in the margin; with one, it would begin a new page
    pdf
      .font(regular)
      .fontSize(8)
      .fillColor(soft)
      .text(`${title}　第${page + 1}页，共${count}页`, margin, pdf.page.height - 32, { width: widthOf(pdf), align: 'center' });
  }
}

/** The dossier as a PDF with its font embedded. Equal documents give equal bytes. */
export function pdfOf(document: DossierDocument): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    font: regular,
    lang: 'zh-CN',
    info: { Title: `${document.name}${document.title}`, CreationDate: documentTime, ModDate: documentTime },
  });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  pdf.font(bold).fontSize(15).fillColor(ink).text(document.name, { align: 'center' });
  pdf.fontSize(21).text(document.title, { align: 'center' });
  pdf.moveDown(0.3).font(regular).fontSize(10).fillColor(soft).text(document.subtitle, { align: 'center' });
  for (const section of document.sections) writeSection(pdf, section);
  numberPages(pdf, document.name);
  pdf.end();
  return done;
}
