import { createInterface } from 'node:readline';
import device from 'azure-iot-device';
import { createClient, messageOf } from './sdk.mjs';

// A device of the fault lab: connects, sends, receives, and starts anew when the SDK gives up: soon at first, then with patience. Its clock is the lab's.
const settings = JSON.parse(process.env.DEVICE);
const connection = Object.fromEntries(settings.connectionString.split(';').map((part) => part.match(/^([^=]+)=(.*)$/).slice(1)));
const { clock } = globalThis;
let client;
let sending;
let failures = 0;

/** A token that the application makes itself, which the SDK cannot renew. */
const ownToken = () => device.SharedAccessSignature.create(
  connection.HostName, connection.DeviceId, connection.SharedAccessKey, Math.floor(Date.now() / 1000) + settings.ownTokenLifetime).toString();

async function connect() {
  const mine = client = createClient({ ...settings, token: settings.ownTokenLifetime && ownToken() });
  mine.on('error', () => {});
  mine.on('disconnect', () => startAnew(mine));
  try {
    await mine.open();
  } catch {
    startAnew(mine);
    return;
  }
  failures = 0;
  mine.on('message', (message) => mine.complete(message));
  if (settings.sendEvery)
    sending = setInterval(() => mine.sendEvent(messageOf('21.5')).catch(() => {}), settings.sendEvery * 1000);
}

function startAnew(lost) {
  if (lost !== client)
    return;
  client = undefined;
  clearInterval(sending);
  lost.close().catch(() => {});
  setTimeout(connect, (failures++ ? 30_000 : 1_500) * (1 + Math.random()));
}

/** The SDK does not tell when it is in the middle of something; its state machines and lists do. */
function state() {
  const transport = client?._transport;
  if (!transport)
    return 'away';
  const states = [transport._fsm.state, transport._mqtt._fsm.state];
  const isWaiting = transport._mqtt._onTheWirePublishes._onTheWire.size || Object.values(transport._topics ?? {}).some((topic) => topic.subscribeInProgress);
  if (states.every((each) => each === 'connected') && !isWaiting)
    return 'connected';
  return states.every((each) => each === 'disconnected') ? 'away' : 'busy';
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const tell = (event, facts) => console.log(JSON.stringify({ event, ...facts }));

setTimeout(connect, settings.startAfter * 1000);
tell('ready');
for await (const line of createInterface({ input: process.stdin })) {
  clock.advance(JSON.parse(line).clock);
  await turn();
  await turn();
  tell('clock', { state: state(), next: clock.next() });
}
process.exit();
