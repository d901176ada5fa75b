import { Link } from 'wouter';
import { buttonClass } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { useSay } from '../ui/language.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';

/** No such page, or not the reader's to see: the two are never told apart. */
export function NotFound() {
  const say = useSay();
  return (
    <Empty isPage title={say(words.notFound)}>
      <p className="mb-6">{say(words.notFoundWhy)}</p>
      <Link href={paths.queue} className={buttonClass('primary')}>
        {say(words.home)}
      </Link>
    </Empty>
  );
}
