export interface PersonRef {
  id: string;
  fullName: string;
  position: string | null;
}
