import ospoBook from '../../packs/ospo-book.json' with { type: 'json' };
import type { Pack } from '../core/pack/pack.ts';
import { type ShippedPack, unfoldedPack } from '../core/pack/shippedPack.ts';

/** The pack that comes with the extension: the framework of the TODO Group's OSPO Book. */
export const builtInPack = unfoldedPack(ospoBook as unknown as Pack | ShippedPack);
