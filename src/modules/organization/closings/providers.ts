import { CloseHamlets } from './close-hamlets.ts';
import { CloseMany } from './close-many.ts';
import { CloseUnits } from './close-units.ts';
import { ClosingsController } from './closings.controller.ts';
import { ReopenUnits } from './reopen-units.ts';

export const closingProviders = [CloseHamlets, CloseMany, CloseUnits, ReopenUnits];
export const closingControllers = [ClosingsController];
