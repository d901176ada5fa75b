/** What the page of a claim says of a conclusion where the rules' own sentence is not in the reader's language. */
export { conclusionInEnglish } from '#policy/zibo-2020/conclusion.ts';
