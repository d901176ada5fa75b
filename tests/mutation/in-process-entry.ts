/** What the quick runner bundles: the settings of the random cases, then all tests. */
import './setup.ts';
import './all.test.ts';
