import ospoBook from '../../packs/ospo-book.json' with { type: 'json' };
import type { Pack } from '../core/pack/pack.ts';

/** The pack that comes with the extension: the framework of the TODO Group's OSPO Book. */
export const builtInPack = ospoBook as unknown as Pack;
