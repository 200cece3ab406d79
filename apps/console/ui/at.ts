/** The day that the console shows, where that is not today; the frame takes it from the address (?at=). */
import { createContext, useContext } from 'react';

export const At = createContext<string | undefined>(undefined);

export const useAt = (): string | undefined => useContext(At);
