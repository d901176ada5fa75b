import { FileLink } from '../../ui/file-field.tsx';
import type { Paper } from './data.ts';

/** Files under their titles. */
export function Papers({ papers }: { readonly papers: readonly Paper[] }) {
  return (
    <ul className="grid gap-0.5">
      {papers.map(({ title, attachment }) => (
        <li key={`${title}/${attachment}`}>
          {title}：<FileLink hash={attachment} />
        </li>
      ))}
    </ul>
  );
}
