import { FileLink } from '../../ui/file-field.tsx';

/** Files that prove a report or a record. */
export function Evidence({ files }: { readonly files: Readonly<Record<string, string>> }) {
  const hashes = Object.keys(files);
  if (hashes.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4">
      {hashes.map((hash) => (
        <li key={hash}>
          <FileLink hash={hash} />
        </li>
      ))}
    </ul>
  );
}
