import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type DossierDocument, type DossierSection, nothing } from './document.ts';
import { archiveTime, documentTime } from './moment.ts';

/** Width of the text on A4 with these margins, in twentieths of a point. */
const textWidth = 9866;
const fontName = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };

/** A cell; line feeds of a text become lines. */
function cell(text: string, width: number, isBold: boolean): TableCell {
  const lines = text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, bold: isBold, size: 18, ...(index > 0 ? { break: 1 } : {}) }));
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 90, right: 90 },
    ...(isBold ? { shading: { fill: 'EEF3F2' } } : {}),
    children: [new Paragraph({ children: lines })],
  });
}

function tableOf({ table }: DossierSection): Table {
  const { head, widths, rows } = table;
  const columns = widths.map((share) => Math.floor((textWidth * share) / 100));
  const rowOf = (texts: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, column) => cell(text, columns[column] ?? 0, isHead || (head.length === 0 && column === 0))),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns,
    rows: [...(head.length > 0 ? [rowOf(head, true)] : []), ...rows.map((row) => rowOf(row, false))],
  });
}

const sectionOf = (section: DossierSection): (Paragraph | Table)[] => [
  new Paragraph({ text: section.title, heading: HeadingLevel.HEADING_2, spacing: { before: 280, after: 60 }, keepNext: true }),
  new Paragraph({
    children: [new TextRun({ text: `来源：${section.source}`, size: 18, color: '5A6A68' })],
    spacing: { after: 100 },
    keepNext: true,
  }),
  section.table.rows.length === 0 ? new Paragraph(nothing) : tableOf(section),
];

const heading = (size: number) => ({ run: { size, bold: true, color: '1C2B2A', font: fontName } });

/** The library stamps the time of writing into properties and archive: both are set to one fixed moment. */
function withoutTime(bytes: Uint8Array): Buffer {
  const stamp = `${documentTime.toISOString().slice(0, 19)}Z`;
  const files = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] =>
    name === 'docProps/core.xml'
      ? [name, strToU8(strFromU8(content).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`))]
      : [name, content],
  );
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime: archiveTime }));
}

/** The dossier as a Word document. Equal documents give equal bytes. */
export async function docxOf(dossier: DossierDocument): Promise<Buffer> {
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 })],
      }),
    ],
  });
  const document = new Document({
    title: `${dossier.name}${dossier.title}`,
    creator: '淄博市知识产权事业发展中心',
    styles: {
      default: { document: { run: { font: fontName, size: 21 } }, title: heading(40), heading2: heading(26) },
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1020, bottom: 1020, left: 1020, right: 1020 } } },
        footers: { default: footer },
        children: [
          new Paragraph({ children: [new TextRun({ text: dossier.name, bold: true, size: 30 })], alignment: AlignmentType.CENTER }),
          new Paragraph({ text: dossier.title, heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: { after: 80 } }),
          new Paragraph({ text: dossier.subtitle, alignment: AlignmentType.CENTER, spacing: { after: 200 } }),
          ...dossier.sections.flatMap(sectionOf),
        ],
      },
    ],
  });
  return withoutTime(await Packer.toBuffer(document));
}
