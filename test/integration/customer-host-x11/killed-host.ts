import { openInputInjector } from '../../../customer-host/input/open-input-injector.ts';

/** Borrows keys and then waits to be killed, by a test that looks at what it leaves behind. */
const injector = await openInputInjector(process.env['DISPLAY'] ?? '');
await injector.typeText('한글안녕');
setInterval(() => undefined, 1_000);
