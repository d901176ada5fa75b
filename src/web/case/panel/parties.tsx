import { useSay } from '../../ui/language.tsx';
import { panelWords } from './words.ts';

/** The organisations a case is about, named before anything else is shown. */
export function Parties({ names }: { readonly names: readonly string[] }) {
  const say = useSay();
  return (
    <div className="rounded-lg bg-sand px-4 py-3">
      <p className="font-semibold">{say(panelWords.parties)}</p>
      <ul className="mt-2 grid list-disc gap-x-8 gap-y-1 pl-5 sm:grid-cols-2">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-soft">{say(panelWords.partiesWhy)}</p>
    </div>
  );
}
