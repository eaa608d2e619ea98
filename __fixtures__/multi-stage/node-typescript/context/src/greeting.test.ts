import { greeting } from './greeting';

test('it greets', () => expect(greeting()).toBe('hello'));
