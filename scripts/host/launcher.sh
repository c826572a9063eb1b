#!/bin/sh
# Starts launcher.ts on the Node.js that npm brought, whatever the machine's own version is.
folder=$(dirname "$0")
exec "$folder/../../node_modules/.bin/node" "$folder/launcher.ts" "$@"
