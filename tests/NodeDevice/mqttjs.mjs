import mqtt from 'mqtt';

// A device of the network lab with MQTT.js as it comes. It ends when its token does, and whoever watches over it starts it with a new one.
const { host, clientId, username, password, expires, sendEvery } = JSON.parse(process.env.DEVICE);
const client = mqtt.connect({ protocol: 'mqtts', host, port: 8883, clientId, username, password });

client.on('error', () => Date.now() / 1000 < expires || process.exit(1));
client.on('connect', () => client.subscribe(`devices/${clientId}/messages/devicebound/#`));
if (sendEvery)
  setInterval(() => client.connected && client.publish(`devices/${clientId}/messages/events/`, '21.5', { qos: 1 }), sendEvery * 1000);
