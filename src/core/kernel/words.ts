/** Words shown to people, Chinese first. The plan and case data are never translated; the interface around them is. */
export type Words = { readonly zh: string; readonly en: string };

export type Language = keyof Words;

/** Pairs the Chinese words with their English. */
export const both = (zh: string, en: string): Words => ({ zh, en });

/** The language a request asks for by its Accept-Language header; Chinese unless English comes first. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh';
