'use strict';
// The SDK connects to the ports of a hub, and takes no others. PORTS tells where they are here, and ADDRESS where the device is.
const net = require('node:net');

const ports = JSON.parse(process.env.PORTS);
const connect = net.Socket.prototype.connect;

const placed = (options) => {
  const port = options && ports[options.port];
  return port ? { ...options, port, host: '127.0.0.1', localAddress: process.env.ADDRESS } : options;
};

net.Socket.prototype.connect = function (...args) {
  // Node.js passes arguments that it has put in order as one array, which it knows by a symbol.
  if (Array.isArray(args[0]))
    args[0][0] = placed(args[0][0]);
  else
    args[0] = placed(args[0]);
  return connect.apply(this, args);
};
