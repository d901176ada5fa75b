import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

export type NoticeTone = 'info' | 'warn' | 'bad' | 'good';

const looks: Readonly<Record<NoticeTone, readonly [string, IconName]>> = {
  info: ['bg-sand text-ink [&>svg]:text-soft', 'info'],
  warn: ['bg-cream text-ink [&>svg]:text-gold', 'warn'],
  bad: ['bg-pink text-ink [&>svg]:text-red', 'warn'],
  good: ['bg-mist text-ink [&>svg]:text-teal', 'check'],
};

/** A message in the page. Bad ones are announced at once. */
export function Notice({ tone = 'info', children }: { readonly tone?: NoticeTone; readonly children: ReactNode }) {
  const [look, icon] = looks[tone];
  return (
    <div role={tone === 'bad' ? 'alert' : undefined} className={`flex items-start gap-3 rounded-lg px-4 py-3 [&>svg]:mt-1 ${look}`}>
      <Icon name={icon} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
