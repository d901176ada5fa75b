import { type ReactNode, useId } from 'react';

type Props = {
  readonly title: ReactNode;
  /** Beside the title: a mark, a link. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
};

/** A named part of a page. */
export function Card({ title, aside, children, id }: Props) {
  const heading = useId();
  return (
    <section
      id={id}
      aria-labelledby={heading}
      className="print-plain scroll-mt-20 rounded-xl border border-line bg-card px-5 py-5 sm:px-7 sm:py-6"
    >
      <header className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={heading} className="font-serif text-lg font-bold">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
