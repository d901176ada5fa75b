import { type Language, languageOf } from '#core/kernel/words.ts';
import { callsPage } from './calls.ts';
import { certificatePage } from './certificate.ts';
import { developersPage } from './developers.ts';
import { errorPage } from './error.ts';
import { homePage } from './home.ts';
import { howItWorksPage } from './how-it-works.ts';
import { noticePage, objectionPage } from './notice.ts';
import { noticesPage } from './notices.ts';
import { policyPage } from './policy.ts';
import { readingsPage } from './readings.ts';
import { verifyPage } from './verify.ts';
import { whatCanIGetPage } from './what-can-i-get.ts';
import { zonePage, zonesPage } from './zones.ts';

/**
 * The public pages: each takes a `Setting` and its data and returns a whole HTML document.
 *
 * What `server/http/portal.ts` does with them:
 * - `Setting`: `languageAsked(query.lang, accept-language)`, the request's path with its query, today in Shanghai, the demo
 *   flag, and the nonce of the response's Content-Security-Policy (`style-src 'nonce-…'`; nothing else is needed: no script,
 *   no font, no image; `form-action 'self'`).
 * - Answers `text/html; charset=utf-8` with `Vary: Accept-Language`.
 * - `GET /` home, `/zones[?district=]` zones, `/zones/:id` zone, `/calls`, `/notices`, `/notices/:id` notice (with a fresh
 *   `key`), `/verify[?code=]` and `/verify/:code` verify (bring the code to its one spelling with `readReceiptCode`; status
 *   404 when there is no such receipt), `/how-it-works`, `/policy`, `/developers`; `error` for whatever fails.
 * - `GET /readings[?status=]` with the register of readings; `GET /what-can-i-get` with its whole query and the rulings in
 *   effect, status 422 when the page has faults.
 * - `POST /notices/:id/objection` (urlencoded: `key`, `name`, `contact`, `facts`): opens an `objection` case as the public
 *   actor with `key` as idempotency key; on refusal `notice` with status 422, `typed`, and one fault per refusal (`field` is
 *   the refusal's field: `name`, `contact` or `facts`); on success `objection` with the receipt.
 */
export const pages = {
  home: homePage,
  zones: zonesPage,
  zone: zonePage,
  certificate: certificatePage,
  calls: callsPage,
  notices: noticesPage,
  notice: noticePage,
  objection: objectionPage,
  verify: verifyPage,
  howItWorks: howItWorksPage,
  policy: policyPage,
  readings: readingsPage,
  whatCanIGet: whatCanIGetPage,
  developers: developersPage,
  error: errorPage,
} as const;

/** The language a request asks for: `?lang=` first, then its Accept-Language header. */
export function languageAsked(
  lang: string | undefined,
  acceptLanguage: string | undefined,
): { readonly language: Language; readonly isLanguageChosen: boolean } {
  const isLanguageChosen = lang === 'zh' || lang === 'en';
  return { language: isLanguageChosen ? lang : languageOf(acceptLanguage), isLanguageChosen };
}
