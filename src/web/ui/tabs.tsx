import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

export type Tab = { readonly key: string; readonly title: string; readonly content: ReactNode };

/** Tabs moved with the arrow keys. The chosen key belongs to the caller, so that it can live in the address. */
export function Tabs({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find(({ key }) => key === chosen) ?? tabs[0];
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = tabs.findIndex(({ key }) => key === current?.key);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next) onChoose(next.key);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus());
  };
  return (
    <div>
      <div
        ref={list}
        role="tablist"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={move}
        className="mb-5 flex gap-6 overflow-x-auto border-b border-line"
      >
        {tabs.map(({ key, title }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-controls={`${id}-panel`}
            aria-selected={key === current?.key}
            tabIndex={key === current?.key ? 0 : -1}
            onClick={() => onChoose(key)}
            className="-mb-px min-h-11 border-b-2 border-transparent whitespace-nowrap text-soft hover:text-ink aria-selected:border-teal aria-selected:font-semibold aria-selected:text-teal"
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current?.key}`}>
        {current?.content}
      </div>
    </div>
  );
}
