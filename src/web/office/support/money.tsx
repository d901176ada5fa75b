import { numberText, wanText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { words } from './words.ts';

/** An amount in wan with the same amount in yuan beside it; below one wan only yuan. */
export function Money({ yuan, isBig = false }: { readonly yuan: number; readonly isBig?: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const wan = language === 'zh' ? wanText(yuan) : undefined;
  const inYuan = `${numberText(yuan)} ${say(words.yuan)}`;
  return (
    <span className="whitespace-nowrap tabular-nums">
      <b className={isBig ? 'font-serif text-3xl' : 'text-lg'}>{wan ?? numberText(yuan)}</b>
      <span className={isBig ? '' : 'text-sm'}> {say(wan ? words.wanYuan : words.yuan)}</span>
      {wan && <span className="block text-sm font-normal text-soft">{inYuan}</span>}
    </span>
  );
}
