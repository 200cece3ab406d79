/** What the benches use of autocannon, which brings no types. */
declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    requests: { method: 'GET'; path: string; headers?: Record<string, string> }[];
  }
  interface Result {
    duration: number;
    non2xx: number;
    errors: number;
    timeouts: number;
    requests: { total: number };
    /** Milliseconds. */
    latency: { p99: number };
  }
  export default function autocannon(options: Options): Promise<Result>;
}
