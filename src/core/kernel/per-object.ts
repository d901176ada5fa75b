/**
 * Does the same work on the same object once and keeps the result as long as the object lives. For pure work on objects
 * that nobody changes: a draft is read by many guards in one request and parsed for the first of them only.
 */
export function perObject<Given extends object, Result>(work: (given: Given) => Result): (given: Given) => Result {
  const known = new WeakMap<Given, { readonly result: Result }>();
  return (given) => {
    const kept = known.get(given) ?? { result: work(given) };
    known.set(given, kept);
    return kept.result;
  };
}
