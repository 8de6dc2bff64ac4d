/**
 * Reaches an installation in Kubernetes. Of fabric8's client it uses what finds and enters a
 * cluster (kubeconfig, credential plugins, TLS, requests, web sockets); what it reads and writes
 * there are JSON trees, since typed models would bring hundreds of classes into the executable.
 */
package io.clearmltenants.kubernetes;
