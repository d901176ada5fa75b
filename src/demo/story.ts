import { type BusinessDate, yearOf } from '#core/kernel/dates.ts';
import { peopleOfPark } from './organisations.ts';
import type { Park } from './parks.ts';
import { placeOf } from './places.ts';
import { type Random, randomOf } from './random.ts';

/** What the texts of one application draw on. */
export type Story = {
  readonly park: string;
  readonly district: string;
  /** The first industry, and all of them in one phrase. */
  readonly lead: string;
  readonly industries: string;
  readonly products: readonly string[];
  readonly head: string;
  readonly contact: string;
  readonly year: number;
  readonly random: Random;
};

/** The story of a park's application in a year. */
export function storyOf(park: Park, day: BusinessDate): Story {
  const names = park.industries.map(([name]) => name);
  return {
    park: park.park,
    district: placeOf(park.place).name,
    lead: names[0] ?? '',
    industries: names.join('、'),
    products: park.products,
    ...peopleOfPark(park),
    year: yearOf(day),
    random: randomOf(`story/${park.key}/${yearOf(day)}`),
  };
}

/** One way of saying it. */
export type Telling = (story: Story) => string;

/** Tells it in one of several ways; which one follows from the story's seed. */
export const tell = (story: Story, ways: readonly Telling[]): string => story.random.pick(ways)(story);

/** Tells it another way each turn, such as from year to year. */
export const tellInTurn = (story: Story, ways: readonly Telling[], turn: number): string => ways[turn % ways.length]?.(story) ?? '';
