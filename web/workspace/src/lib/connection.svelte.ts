// Whether the server answers. Shown as a quiet banner; whoever polls keeps trying.
let connected = $state(true);

export const isConnected = (): boolean => connected;

export function noteAnswer(status: number): void {
  // 502 to 504: something in front of the desk answers, or the desk has lost its database.
  connected = status !== 0 && (status < 502 || status > 504);
}
