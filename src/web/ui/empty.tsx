import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly children?: ReactNode;
  /** It is the whole page, which then needs its heading. */ readonly isPage?: boolean;
};

/** Nothing is here: says why and what to do next. */
export function Empty({ title, children, isPage = false }: Props) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className="rounded-xl border border-dashed border-line px-6 py-14 text-center">
      <Title className="font-serif text-lg font-bold">{title}</Title>
      {children && <div className="mx-auto mt-2 max-w-md text-soft">{children}</div>}
    </div>
  );
}
