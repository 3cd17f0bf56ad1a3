declare module "virtual:words" {
  const words: Record<string, { open: string; close: string; unread: string; frame: string }>;
  export default words;
}
