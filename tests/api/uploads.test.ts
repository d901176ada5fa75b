import { beforeAll, describe, expect, it } from 'vitest';
import { type Caller, good } from '../support/caller.ts';
import { openWorld, type World } from '../support/world.ts';

const world: World = await openWorld({ config: { UPLOAD_MAX_MB: '1' } });
let east: Caller;
beforeAll(async () => {
  east = await world.as('east');
});

const bytes = (text: string) => new TextEncoder().encode(text);
const pdf = bytes('%PDF-1.4\n%%EOF\n');
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const zip = (inside: string) => new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...bytes(inside)]);
const upload = (name: string, content: Uint8Array<ArrayBuffer>, type?: string) =>
  east.call('uploadFile', { file: { name, bytes: content, ...(type ? { type } : {}) } });

const stored = async () => (await world.owner.query<{ n: number }>(`select count(*)::int as n from attachment`)).rows[0]?.n;

describe('An upload', () => {
  it('is kept under its hash and comes back byte for byte, as a download that can run nothing', async () => {
    const mark = good(await upload('文件 甲.pdf', pdf));
    expect(mark).toMatchObject({ fileName: '文件 甲.pdf', size: pdf.length, type: 'application/pdf' });
    const back = await east.ask({ url: `/api/files/${mark.hash}` });
    expect(back.bytes.equals(Buffer.from(pdf))).toBe(true);
    expect(back.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('文件 甲.pdf')}`,
    });
    expect(good(await upload('文件 甲.pdf', pdf)).hash).toBe(mark.hash);
  });

  it.each([
    ['a page that calls itself a PDF', '合同.pdf', bytes('<html><script>alert(1)</script>')],
    ['a program that calls itself a picture', '照片.png', new Uint8Array([0x4d, 0x5a, 0x90, 0x00])],
    ['a picture that calls itself a PDF', '合同.pdf', png],
    ['a drawing with script', '图.svg', bytes('<svg onload="alert(1)"/>')],
    ['a web page', '页.html', bytes('<p>')],
    ['an archive that calls itself a document', '文.docx', zip('nothing of the sort')],
    ['a document with macros', '文.docx', zip('[Content_Types].xml word/document.xml word/vbaProject.bin')],
    ['a table with bytes of zero', '表.csv', new Uint8Array([65, 0, 66])],
    ['a name without an ending', '合同', pdf],
    ['two endings', '合同.pdf.exe', pdf],
    ['a legacy document', '文.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
  ])('%s is refused by name, whatever its declared type, and nothing is kept', async (_name, name, content) => {
    const before = await stored();
    const reply = await upload(name, content, 'application/pdf');
    expect(reply.problem).toMatchObject({ status: 415, code: 'wrong_file_type' });
    expect(reply.problem.detail).toContain(`“${name}”的内容与扩展名不符，或不是允许的类型`);
    expect(await stored()).toBe(before);
  });

  it('that is empty, too large or no file at all has its own sentence', async () => {
    expect((await upload('空.pdf', new Uint8Array())).problem).toMatchObject({ status: 415, detail: '文件是空的' });
    const large = new Uint8Array(1024 * 1024 + 1);
    large.set(pdf);
    expect((await upload('大.pdf', large)).problem).toMatchObject({
      status: 413,
      code: 'too_large',
      detail: '文件超过1MB，请压缩或拆分后再传',
    });
    expect(good(await upload('正好.pdf', large.slice(0, -1))).size).toBe(1024 * 1024);
    expect((await east.call('uploadFile', { body: {} as never })).problem).toMatchObject({
      status: 415,
      detail: '请以表单上传文件（multipart/form-data）',
    });
    const empty = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await east.call('uploadFile', { raw: '--x--\r\n', headers: empty })).problem).toMatchObject({
      status: 400,
      detail: '没有收到文件',
    });
  });

  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\用户\\合同.pdf', '合同.pdf'],
    ['付款\u202efdp.pdf', '付款fdp.pdf'],
    ['a<b>|c:*?.pdf', 'abc.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(120)}.pdf`],
    ['.pdf', '未命名.pdf'],
  ])('%s is kept under a safe name', async (name, kept) => {
    expect(good(await upload(name, pdf)).fileName).toBe(kept);
  });
});
