import type { ReactNode } from 'react';
import { piecesOf } from './money.ts';

const looks = {
  done: 'bg-teal',
  kept: 'bg-teal/45',
  free: 'bg-mist outline-1 -outline-offset-1 outline-teal/40',
  short: 'bg-[repeating-linear-gradient(135deg,var(--color-red)_0_4px,var(--color-pink)_4px_8px)]',
  gone: 'bg-sand outline-1 -outline-offset-1 outline-edge/40',
} as const;
export type BarLook = keyof typeof looks;

export type BarPart = {
  readonly key: string;
  readonly label: string;
  readonly amount: number;
  readonly look: BarLook;
  /** The amount as it is read, in the legend. */
  readonly says: ReactNode;
};

/** Amounts that make up a whole, as one bar with its legend. The legend carries the meaning; the bar is drawn for the eye. */
export function Bar({
  parts,
  label,
  isSlim = false,
}: {
  readonly parts: readonly BarPart[];
  readonly label: string;
  readonly isSlim?: boolean;
}) {
  const pieces = piecesOf(parts.map(({ key, amount }) => [key, amount] as const));
  return (
    <div>
      <div aria-hidden="true" className={`flex gap-px overflow-hidden rounded-full bg-sand ${isSlim ? 'h-2' : 'h-3.5'}`}>
        {pieces.map(({ key, width }) => (
          <span key={key} style={{ width: `${width}%` }} className={looks[parts.find((part) => part.key === key)?.look ?? 'free']} />
        ))}
      </div>
      <dl aria-label={label} className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {parts.map(({ key, label: name, look, says }) => (
          <div key={key} className="flex items-baseline gap-2">
            <dt className="flex items-center gap-1.5 text-soft">
              <span aria-hidden="true" className={`inline-block size-2.5 rounded-full ${looks[look]}`} />
              {name}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** How much of a whole there is; drawn for the eye beside the numbers it comes from. More than the whole is drawn full. */
export function Meter({ share }: { readonly share: number }) {
  const width = Math.min(100, Math.max(0, share * 100));
  return (
    <span aria-hidden="true" className="mt-1 block h-2 overflow-hidden rounded-full bg-sand">
      <span className="block h-full rounded-full bg-teal" style={{ width: `${width}%` }} />
    </span>
  );
}

/** Where a value lies between the lowest and the highest of its like, with the median marked; all in the same unit up to `most`. */
export function Spread({
  lowest,
  median,
  highest,
  most,
}: {
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
  readonly most: number;
}) {
  const at = (value: number) => `${Math.min(100, Math.max(0, (value / most) * 100))}%`;
  return (
    <span aria-hidden="true" className="relative block h-3 min-w-24 rounded-full bg-sand">
      <span
        className="absolute inset-y-0 rounded-full bg-teal/35"
        style={{ left: at(lowest), width: `max(0.375rem, ${((highest - lowest) / most) * 100}%)` }}
      />
      <span className="absolute -inset-y-0.5 w-1 -translate-x-1/2 rounded bg-teal" style={{ left: at(median) }} />
    </span>
  );
}
