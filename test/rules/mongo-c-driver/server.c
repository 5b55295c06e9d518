// Descriptions of servers of the MongoDB C driver, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 -Wno-deprecated-declarations

#include <mongoc/mongoc.h>

void leaksClientGetServerDescription(mongoc_client_t *Client) {
  mongoc_server_description_t *Server =
      mongoc_client_get_server_description(Client, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Server' acquired by 'mongoc_client_get_server_description' is not released on every path [db-session-leak]
}

void releasesClientGetServerDescription(mongoc_client_t *Client) {
  mongoc_server_description_t *Server =
      mongoc_client_get_server_description(Client, 0);
  mongoc_server_description_destroy(Server);
}

void leaksClientGetHandshakeDescription(mongoc_client_t *Client,
                                        bson_t *Document) {
  mongoc_server_description_t *Server =
      mongoc_client_get_handshake_description(Client, 0, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Server' acquired by 'mongoc_client_get_handshake_description' is not released on every path [db-session-leak]
}

void releasesClientGetHandshakeDescription(mongoc_client_t *Client,
                                           bson_t *Document) {
  mongoc_server_description_t *Server =
      mongoc_client_get_handshake_description(Client, 0, Document, NULL);
  mongoc_server_description_destroy(Server);
}

void leaksClientSelectServer(mongoc_client_t *Client) {
  mongoc_server_description_t *Server =
      mongoc_client_select_server(Client, true, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Server' acquired by 'mongoc_client_select_server' is not released on every path [db-session-leak]
}

void releasesClientSelectServer(mongoc_client_t *Client) {
  mongoc_server_description_t *Server =
      mongoc_client_select_server(Client, true, NULL, NULL);
  mongoc_server_description_destroy(Server);
}

void leaksServerDescriptionNewCopy(
    const mongoc_server_description_t *Original) {
  mongoc_server_description_t *Server =
      mongoc_server_description_new_copy(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Server' acquired by 'mongoc_server_description_new_copy' is not released on every path [db-session-leak]
}

void releasesServerDescriptionNewCopy(
    const mongoc_server_description_t *Original) {
  mongoc_server_description_t *Server =
      mongoc_server_description_new_copy(Original);
  mongoc_server_description_destroy(Server);
}

void leaksClientGetServerDescriptions(const mongoc_client_t *Client,
                                      size_t *Count) {
  mongoc_server_description_t **Servers =
      mongoc_client_get_server_descriptions(Client, Count);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Servers' acquired by 'mongoc_client_get_server_descriptions' is not released on every path [db-session-leak]
}

void releasesClientGetServerDescriptions(const mongoc_client_t *Client,
                                         size_t *Count) {
  mongoc_server_description_t **Servers =
      mongoc_client_get_server_descriptions(Client, Count);
  if (Servers)
    mongoc_server_descriptions_destroy_all(Servers, *Count);
}

void leaksTopologyDescriptionGetServers(
    const mongoc_topology_description_t *Topology, size_t *Count) {
  mongoc_server_description_t **Servers =
      mongoc_topology_description_get_servers(Topology, Count);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Servers' acquired by 'mongoc_topology_description_get_servers' is not released on every path [db-session-leak]
}

void releasesTopologyDescriptionGetServers(
    const mongoc_topology_description_t *Topology, size_t *Count) {
  mongoc_server_description_t **Servers =
      mongoc_topology_description_get_servers(Topology, Count);
  if (Servers)
    mongoc_server_descriptions_destroy_all(Servers, *Count);
}

void leaksTopologyDescriptionNewCopy(
    const mongoc_topology_description_t *Topology) {
  mongoc_topology_description_t *TopologyDescription =
      mongoc_topology_description_new_copy(Topology);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'TopologyDescription' acquired by 'mongoc_topology_description_new_copy' is not released on every path [db-session-leak]
}

void releasesTopologyDescriptionNewCopy(
    const mongoc_topology_description_t *Topology) {
  mongoc_topology_description_t *TopologyDescription =
      mongoc_topology_description_new_copy(Topology);
  mongoc_topology_description_destroy(TopologyDescription);
}
