/** Strength is length: rules of composition make passwords worse, not better. */
export const PASSWORD_MIN = 12;

/** How long the password is, as one of the texts `password-<strength>`. */
export function strength(password: string): "empty" | "short" | "fair" | "good" | "strong" {
  const length = [...password].length;
  if (length === 0) return "empty";
  if (length < PASSWORD_MIN) return "short";
  if (length < 16) return "fair";
  return length < 20 ? "good" : "strong";
}
