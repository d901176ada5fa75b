import type { ReactNode } from 'react';

/** Nothing is here: says why and what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="rounded-xl border border-dashed border-line px-6 py-14 text-center">
      <p className="font-serif text-lg font-bold">{title}</p>
      {children && <div className="mx-auto mt-2 max-w-md text-soft">{children}</div>}
    </div>
  );
}
