import { Injectable } from '@nestjs/common';
import { FirstDays } from '../first-days.ts';

/** Since when a directive is in use: a directive cannot be younger than what rests on it. */
@Injectable()
export class DirectiveUses extends FirstDays {}
