import { createInterface } from 'node:readline';
import { createClient, messageOf } from './sdk.mjs';

// A device that is told what to do on standard input and tells what happens to it on standard output, in lines of JSON.
const settings = JSON.parse(process.env.DEVICE);
const tell = (event, facts = {}) => console.log(JSON.stringify({ event, ...facts }));
const client = createClient(settings);
let twin;

client.on('error', (error) => tell('error', { name: error.name }));
client.on('disconnect', (result) => tell('disconnect', { name: result?.transportObj?.name }));

const actions = {
  async open() {
    await client.open();
    client.on('message', async (message) => {
      await client.complete(message);
      tell('message', { body: message.getData().toString() });
    });
    if (settings.protocol !== 'Https')
      client.onDeviceMethod('echo', (request, response) => response.send(200, request.payload));
  },
  send: ({ body }) => client.sendEvent(messageOf(body)),
  async twin() {
    twin = await client.getTwin();
    twin.on('properties.desired', (desired) => tell('desired', { desired }));
  },
  report: ({ patch }) => new Promise((resolve, reject) => twin.properties.reported.update(patch, (error) => error ? reject(error) : resolve())),
  close: () => client.close(),
};

tell('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  try {
    await actions[command.do](command);
    tell('done', { do: command.do });
  } catch (error) {
    tell('failed', { do: command.do, name: error.name });
  }
}
process.exit();
