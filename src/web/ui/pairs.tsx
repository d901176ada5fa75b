import type { ReactNode } from 'react';

export type Pair = { readonly key: string; readonly label: ReactNode; readonly value: ReactNode; readonly isWide?: boolean };

/** Names and values. Two columns where there is room. */
export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
      {pairs.map(({ key, label, value, isWide }) => (
        <div key={key} className={`min-w-0 ${isWide ? 'sm:col-span-2' : ''}`}>
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
