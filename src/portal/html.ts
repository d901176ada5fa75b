/** Text that is safe to send to a browser as it is. Only `html` and `trusted` make it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand in a gap of a template: text is escaped, fragments are not, nothing is shown for null, undefined, false and true. */
export type Gap = Html | string | number | boolean | null | undefined | readonly Gap[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for element content and for attributes in quotation marks. */
export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

function fill(gap: Gap): string {
  if (gap === null || gap === undefined || typeof gap === 'boolean') return '';
  if (gap instanceof Html) return gap.text;
  if (typeof gap === 'string') return escapeText(gap);
  if (typeof gap === 'number') return String(gap);
  return gap.map(fill).join('');
}

/** A fragment of a page; every gap is escaped unless it is a fragment itself. Attributes must be in quotation marks. */
export const html = (parts: TemplateStringsArray, ...gaps: readonly Gap[]): Html =>
  new Html(parts.map((part, i) => part + fill(gaps[i])).join(''));

/** Marks text that this program wrote itself, such as the style sheet, as safe. Never for anything a person typed. */
export const trusted = (text: string): Html => new Html(text);

/** Lines of typed text as they were typed, each line break kept. */
export const lines = (text: string): Html => html`${text.split(/\r?\n/).map((line, i) => (i === 0 ? html`${line}` : html`<br />${line}`))}`;
