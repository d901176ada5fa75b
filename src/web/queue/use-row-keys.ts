import { type RefObject, useEffect } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input,textarea,select,dialog,[contenteditable]') !== null;

const stepOf = (event: KeyboardEvent): number => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return 0;
  if (event.key === 'j') return 1;
  return event.key === 'k' ? -1 : 0;
};

/** j and k move the focus along the row links of a list; Enter is the link's own. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step === 0) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>('a.row-link') ?? [])];
      const at = links.findIndex((link) => link === document.activeElement);
      const next = links[at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', move);
    return () => document.removeEventListener('keydown', move);
  }, [list]);
}
