// A small HTTP/1.1 client over kept-alive sockets: one request at a time on each, answers read whole by their content-length.
import { connect } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

/** The server says `Keep-Alive: timeout=10`; like a browser, we do not write on a connection that it may be closing just now. */
const idleMs = 8_000;

/** One connection; `send` resolves with status, retry-after and body, or rejects where the connection breaks. */
export class Wire {
  #socket = null;
  #buffer = Buffer.alloc(0);
  #waiting = null;
  #usedAt = 0;
  constructor(port) {
    this.port = port;
  }

  get isIdle() {
    return this.#waiting === null;
  }

  #open() {
    const socket = connect({ host: '127.0.0.1', port: this.port, noDelay: true });
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#broken(error));
    socket.on('close', () => this.#broken(new Error('closed')));
    this.#socket = socket;
  }

  #broken(error) {
    this.#socket?.removeAllListeners();
    this.#socket?.on('error', () => {});
    this.#socket?.destroy();
    this.#socket = null;
    this.#buffer = Buffer.alloc(0);
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.reject(error);
  }

  #take(chunk) {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    const end = this.#buffer.indexOf(headEnd);
    if (end < 0) return;
    const head = this.#buffer.latin1Slice(0, end).toLowerCase();
    const length = Number(/\r\ncontent-length: (\d+)/.exec(head)?.[1] ?? 0);
    if (this.#buffer.length < end + 4 + length) return;
    const body = this.#buffer.utf8Slice(end + 4, end + 4 + length);
    this.#buffer = this.#buffer.subarray(end + 4 + length);
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#usedAt = performance.now();
    const answer = {
      status: Number(head.slice(9, 12)),
      body,
      retryAfter: /\r\nretry-after: (\d+)/.exec(head)?.[1] ?? null,
    };
    if (/\r\nconnection: close/.test(head)) this.#broken(new Error('closed'));
    waiting?.resolve(answer);
  }

  send({ method, path, token, key, body, type = 'application/json' }) {
    if (this.#socket !== null && performance.now() - this.#usedAt > idleMs) this.#broken(new Error('idle'));
    if (this.#socket === null) this.#open();
    const content =
      `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${this.port}\r\ncookie: bihuan_session=${token}\r\n` +
      (key === undefined ? '' : `idempotency-key: ${key}\r\n`) +
      (body === undefined
        ? '\r\n'
        : `content-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(content);
    });
  }

  close() {
    this.#broken(new Error('closed'));
  }
}
