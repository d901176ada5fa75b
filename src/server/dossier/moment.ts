/** The one time that documents bear: they do not tell when they were made, the record does. */
export const documentTime = new Date('2020-08-25T00:00:00Z');

/** The same for archives, which write the time of the machine they are made on: by every clock the same digits. */
export const archiveTime = new Date(2020, 7, 25);
