// Files of an entry, and how large they are.
export interface FileView {
  id: string;
  name: string;
  type: string;
  size: number;
  width?: number | null;
  height?: number | null;
  thumbnail?: boolean;
  inline?: boolean;
}

export const contentOf = (file: Pick<FileView, "id">): string => `/api/v1/files/${file.id}/content`;
export const thumbnailOf = (file: Pick<FileView, "id">): string => `/api/v1/files/${file.id}/thumbnail`;

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "3.4 MB", as people of the language write it; counted as on the customers' pages and in the limits, by 1024. */
export function sizeText(bytes: number, language: string): string {
  const power = Math.min(UNITS.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0);
  const value = bytes / 1024 ** power;
  return new Intl.NumberFormat(language, {
    style: "unit", unit: UNITS[power], unitDisplay: power === 0 ? "long" : "short", maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}

export const isPicture = (file: FileView): boolean => (file.inline ?? true) && file.type.startsWith("image/");
export const isVideo = (file: FileView): boolean => (file.inline ?? true) && file.type.startsWith("video/");
