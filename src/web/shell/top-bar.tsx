import { Link, useLocation } from 'wouter';
import { api } from '../api/client.ts';
import { useAdoptSession, useSigned } from '../session/session.tsx';
import { Icon, Mark } from '../ui/icons.tsx';
import { useSay } from '../ui/language.tsx';
import { useToast } from '../ui/toast.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';
import { Menu } from './menu.tsx';
import { LanguageSwitch } from './switch-language.tsx';

/** Brand, messages, language, and who is acting. */
export function TopBar() {
  const say = useSay();
  const { unread } = useSigned();
  return (
    <header className="no-print border-b border-line bg-card">
      <div className="mx-auto flex h-15 max-w-[78rem] items-center gap-2 px-4 sm:gap-3 sm:px-6">
        <Link href={paths.queue} className="mr-auto flex min-w-0 items-center gap-2.5 no-underline">
          <Mark size={34} />
          <span className="font-serif text-xl font-bold tracking-[0.08em] text-teal">{say(words.brand)}</span>
          <span className="hidden truncate text-[0.8125rem] text-soft lg:inline">{say(words.brandLong)}</span>
        </Link>
        <LanguageSwitch />
        <Link
          href={paths.messages}
          aria-label={say(words.unread(unread))}
          className="relative grid size-10 shrink-0 place-items-center rounded-md text-soft hover:bg-mist hover:text-teal"
        >
          <Icon name="bell" size={21} />
          {unread > 0 && (
            <span
              aria-hidden="true"
              className="absolute top-0.5 right-0 min-w-4.5 rounded-full bg-red px-1 text-center text-[0.6875rem] leading-4.5 font-bold text-card"
            >
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </Link>
        <OfficeMenu />
      </div>
    </header>
  );
}

function OfficeLabel() {
  const { person, office } = useSigned();
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Icon name="person" size={21} />
      <span className="hidden min-w-0 text-left leading-tight sm:block">
        <span className="block truncate text-sm font-semibold text-ink">{person.name}</span>
        <span className="block max-w-56 truncate text-[0.8125rem] text-soft">{office.roleTitle}</span>
      </span>
      <Icon name="down" size={14} />
    </span>
  );
}

function OfficeMenu() {
  const say = useSay();
  const tell = useToast();
  const adopt = useAdoptSession();
  const [, go] = useLocation();
  const { person, office, offices } = useSigned();
  const switchTo = async (id: string) => {
    const result = await api.call('switchOffice', { body: { office: id } });
    if (!result.ok) return tell(result.problem.title, 'bad');
    go(paths.queue);
    await adopt(result.data);
    tell(say(words.switched(result.data.office?.roleTitle ?? '')));
  };
  const leave = async () => {
    const result = await api.call('signOut', {}, { isQuiet: true });
    if (!result.ok) return tell(result.problem.title, 'bad');
    go(paths.login);
    await adopt(null);
  };
  const itemClass = 'flex min-h-11 w-full items-center gap-3 px-4 py-2 text-left text-ink no-underline hover:bg-mist';
  return (
    <Menu label={`${say(words.actingAs)}：${person.name}，${office.roleTitle}，${office.organisationName}`} button={<OfficeLabel />}>
      <div className="border-b border-line px-4 py-3">
        <p className="font-semibold">{person.name}</p>
        <p className="text-sm text-soft">{office.organisationName}</p>
      </div>
      {offices.length > 1 && <p className="px-4 pt-3 pb-1 text-[0.8125rem] text-soft">{say(words.switchOffice)}</p>}
      {offices.length > 1 &&
        offices.map((one) => (
          <button
            key={one.id}
            type="button"
            aria-pressed={one.id === office.id}
            onClick={() => void switchTo(one.id)}
            className={itemClass}
          >
            <span className={one.id === office.id ? 'text-teal' : 'invisible'}>
              <Icon name="check" size={16} />
            </span>
            <span className="min-w-0">
              <span className="block">{one.roleTitle}</span>
              <span className="block text-[0.8125rem] text-soft">{one.organisationName}</span>
            </span>
          </button>
        ))}
      <div className="border-t border-line py-1">
        <Link href={paths.account} className={itemClass}>
          <Icon name="lock" size={16} />
          {say(words.account)}
        </Link>
        <button type="button" onClick={() => void leave()} className={itemClass}>
          <Icon name="right" size={16} />
          {say(words.signOut)}
        </button>
      </div>
    </Menu>
  );
}
