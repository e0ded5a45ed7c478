package io.muster.server.sources.pull;

import io.muster.server.platform.net.OutgoingAddresses;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The objects of a bucket, on S3 or a server that speaks as it does.
final class S3Place implements OpenPlace {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final SdkHttpClient http;
    private final S3Client s3;
    private final PullPlace.S3 place;

    private S3Place(SdkHttpClient http, S3Client s3, PullPlace.S3 place) {
        this.http = http;
        this.s3 = s3;
        this.place = place;
    }

    static S3Place open(OutgoingAddresses addresses, PullPlace.S3 place, PullSecrets secrets)
            throws PullFailedException {
        String endpoint = place.endpoint();
        if (endpoint != null) {
            refuseOpenLine(addresses, URI.create(endpoint));
        }
        SdkHttpClient http =
                Apache5HttpClient.builder()
                        .dnsResolver(new JudgedAddresses(addresses))
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE)
                        .proxyConfiguration(
                                ProxyConfiguration.builder()
                                        .useSystemPropertyValues(false)
                                        .useEnvironmentVariableValues(false)
                                        .build())
                        .build();
        S3ClientBuilder s3 =
                S3Client.builder()
                        .httpClient(http)
                        .region(Region.of(place.region()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                String.valueOf(secrets.accessKey()),
                                                String.valueOf(secrets.secretKey()))));
        if (endpoint != null) {
            s3.endpointOverride(URI.create(endpoint)).forcePathStyle(true);
        }
        return new S3Place(http, s3.build(), place);
    }

    /// Looks each name up once for each connection, and connects to what it has judged.
    private record JudgedAddresses(OutgoingAddresses addresses) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return addresses.resolve(host).toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static void refuseOpenLine(OutgoingAddresses addresses, URI endpoint)
            throws PullFailedException {
        try {
            List<InetAddress> found = addresses.resolve(OutgoingAddresses.host(endpoint));
            if (!"https".equalsIgnoreCase(endpoint.getScheme())
                    && !found.stream().allMatch(addresses::isNamed)) {
                throw new PullFailedException(
                        "The address begins with http://, so anybody on the way could read along. Use https://.");
            }
        } catch (UnknownHostException e) {
            throw new PullFailedException(Places.unreachable(e), e);
        }
    }

    @Override
    public List<RemoteFile> list() throws PullFailedException {
        List<RemoteFile> found = new ArrayList<>();
        try {
            var pages =
                    s3.listObjectsV2Paginator(request ->
                            request.bucket(place.bucket()).prefix(place.prefix()).delimiter("/"));
            for (S3Object object : pages.contents()) {
                String name = object.key().substring(place.prefix().length());
                if (found.size() == MOST_FILES) {
                    break;
                }
                if (!name.isEmpty()) {
                    found.add(
                            new RemoteFile(
                                    name, object.size(), object.eTag(), object.lastModified()));
                }
            }
            return found;
        } catch (SdkException e) {
            throw failed("The bucket cannot be read", e);
        }
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public InputStream read(RemoteFile file) throws PullFailedException {
        try {
            return s3.getObject(request -> request.bucket(place.bucket()).key(key(file.name())));
        } catch (SdkException e) {
            throw failed("“%s” cannot be read".formatted(file.name()), e);
        }
    }

    @Override
    public void rename(RemoteFile file, String path) throws PullFailedException {
        try {
            s3.copyObject(request ->
                    request.sourceBucket(place.bucket())
                            .sourceKey(key(file.name()))
                            .destinationBucket(place.bucket())
                            .destinationKey(key(path)));
            s3.deleteObject(request -> request.bucket(place.bucket()).key(key(file.name())));
        } catch (SdkException e) {
            throw failed("“%s” cannot be moved away".formatted(file.name()), e);
        }
    }

    private String key(String name) {
        return place.prefix() + name;
    }

    private static PullFailedException failed(String what, SdkException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException unknown) {
                return new PullFailedException(Places.unreachable(unknown), e);
            }
        }
        return new PullFailedException(
                e instanceof AwsServiceException answer
                        ? "%s: the storage answers %d %s. Check bucket, region and keys."
                                .formatted(
                                        what,
                                        answer.statusCode(),
                                        answer.awsErrorDetails() == null
                                                ? ""
                                                : answer.awsErrorDetails().errorCode())
                        : what + ": the storage does not answer. Check the address.",
                e);
    }

    @Override
    public void close() {
        try (http;
                s3) {
            // Closing is all there is to do.
        }
    }
}
