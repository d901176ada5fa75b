import type pg from 'pg';

/** Puts an agency's qualification straight into the register, as known from the beginning. */
export const placeQualification = (owner: Pick<pg.Client, 'query'>, agency: string) =>
  owner.query(`insert into qualification (agency, from_day, known_from) values ($1, '2018-01-01', '-infinity')`, [agency]);
