// Half one of the walk through all routes.
import { walkHalf } from './half.fixture.ts';

walkHalf(0);
