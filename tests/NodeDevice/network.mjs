import { createClient, messageOf } from './sdk.mjs';

// A device of the network lab with Microsoft's SDK, after its sample: told of a disconnect, it opens the client again. Where that fails it ends, and whoever
// watches over it starts it anew.
const settings = JSON.parse(process.env.DEVICE);
const client = createClient(settings);
let sending;

const open = () => client.open().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

client.on('error', (error) => console.error(error.message));
client.on('message', (message) => client.complete(message));
client.on('connect', () => {
  if (settings.sendEvery)
    sending ??= setInterval(() => client.sendEvent(messageOf('21.5')).catch((error) => console.error(error.message)), settings.sendEvery * 1000);
});
client.on('disconnect', () => {
  clearInterval(sending);
  sending = undefined;
  open();
});

open();
