package io.clearmltenants.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPlaceTest {
    private static final Set<String> FILE_HOSTS = Set.of("https://files.example.com");

    @ParameterizedTest
    @CsvSource({
        "https://files.example.com/team/a.bin, FILESERVER, ''",
        "https://elsewhere.example.com/a.bin, EXTERNAL, https://elsewhere.example.com",
        "s3://acme-bucket/clearml/m.pt, EXTERNAL, s3://acme-bucket",
        "s3://minio:9000/bucket/x, EXTERNAL, s3://minio:9000",
        "gs://b, EXTERNAL, gs://b",
        "azure://acct.blob.core.windows.net/cont/x, EXTERNAL, azure://acct.blob.core.windows.net",
        "file:///home/u/m.pt, CLIENT, ''",
        "/home/u/m.pt, CLIENT, ''"
    })
    void aUrlPointsToOnePlace(String url, UrlPlace.Kind kind, String name) {
        assertThat(UrlPlace.of(url, FILE_HOSTS)).isEqualTo(new UrlPlace(kind, name));
    }
}
