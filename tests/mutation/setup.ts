import fc from 'fast-check';

// The same random cases for every mutant, few of them, and no search for the smallest failing one: a mutant only has to fall.
fc.configureGlobal({ seed: 20_200_825, endOnFailure: true });
process.env['PROPERTY_RUNS'] ??= '300';
